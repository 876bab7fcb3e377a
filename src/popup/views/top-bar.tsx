import { Mark } from './mark';

const words = { name: 'Likes Out', openInTab: 'Open in a tab' };

/** `onOpenInTab` is `null` where the page is that tab already. */
export function TopBar({ onOpenInTab }: { readonly onOpenInTab: (() => void) | null }) {
  return (
    <header class="top-bar">
      <Mark />
      <h1>{words.name}</h1>
      {onOpenInTab && (
        <button
          type="button"
          class="icon-button"
          aria-label={words.openInTab}
          title={words.openInTab}
          onClick={onOpenInTab}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M8 4H4v12h12v-4M12 4h4v4M16 4l-7 7" />
          </svg>
        </button>
      )}
    </header>
  );
}
