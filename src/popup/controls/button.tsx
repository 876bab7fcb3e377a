import { useOwnId } from './use-own-id';

type Props = {
  readonly label: string;
  /** Left out if it cannot be pressed. */
  readonly onClick?: () => void;
  /** The one next step of the page. */
  readonly isFilled?: boolean;
  readonly isWide?: boolean;
  /** For actions that are rarely needed: text only. */
  readonly isQuiet?: boolean;
  readonly isDanger?: boolean;
  /** Why it cannot be pressed now, as a sentence that is shown beside it. */
  readonly whyNot?: string | null;
};

/**
 * A button that cannot be pressed keeps its place in the tab order and says why. Users of a screen reader could not reach
 * a disabled one.
 */
export function Button({ label, onClick, whyNot = null, ...look }: Props) {
  const reasonId = useOwnId();
  if (whyNot !== null) {
    return (
      <>
        <p id={reasonId} class="small soft disabled-reason">
          {whyNot}
        </p>
        <button type="button" class="button" aria-disabled="true" aria-describedby={reasonId}>
          {label}
        </button>
      </>
    );
  }
  return (
    <button type="button" class={classesOf(look)} onClick={onClick}>
      {label}
    </button>
  );
}

function classesOf({
  isFilled,
  isWide,
  isQuiet,
  isDanger,
}: Omit<Props, 'label' | 'onClick' | 'whyNot'>): string {
  const kind = isQuiet ? 'text-button' : 'button';
  return [kind, isFilled && 'filled', isWide && 'wide', isDanger && 'danger'].filter(Boolean).join(' ');
}
