import { useOwnId } from './use-own-id';

type Props = {
  readonly label: string;
  readonly onClick: () => void;
  /** The one next step of the page. */
  readonly isFilled?: boolean;
  readonly isWide?: boolean;
  /** For what is seldom wanted: text alone. */
  readonly isQuiet?: boolean;
  readonly isDanger?: boolean;
  /** Why it cannot be pressed now, as a sentence that then stands beside it. */
  readonly whyNot?: string | null;
};

/**
 * A button that cannot be pressed stays in the order of Tab and names its reason: a disabled one could not be
 * reached by those who need the reason most.
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
