import { useId } from 'preact/hooks';

type Props = {
  readonly label: string;
  readonly onClick: () => void;
  /** The one next step of the page. */
  readonly isFilled?: boolean;
  readonly isWide?: boolean;
  /** Why it cannot be pressed now, as a sentence that then stands beside it. */
  readonly whyNot?: string | null;
};

/**
 * A button that cannot be pressed stays in the order of Tab and names its reason: a disabled one could not be
 * reached by those who need the reason most.
 */
export function Button({ label, onClick, isFilled = false, isWide = false, whyNot = null }: Props) {
  const reasonId = useId();
  if (whyNot !== null) {
    return (
      <>
        <p id={reasonId} class="small soft why-not">
          {whyNot}
        </p>
        <button type="button" class="button" aria-disabled="true" aria-describedby={reasonId}>
          {label}
        </button>
      </>
    );
  }
  const classes = ['button', isFilled && 'filled', isWide && 'wide'].filter(Boolean).join(' ');
  return (
    <button type="button" class={classes} onClick={onClick}>
      {label}
    </button>
  );
}
