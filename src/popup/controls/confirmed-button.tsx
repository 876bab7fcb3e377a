import { useState } from 'preact/hooks';
import { Button } from './button';

/** The button that was pressed has disappeared, so the focus moves here. */
const focus = (question: HTMLElement | null) => question?.focus();

type Props = {
  readonly label: string;
  readonly question: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly onConfirm: () => void;
};

/** A text button; once pressed, a question on the page. */
export function ConfirmedButton({ label, question, confirm, cancel, onConfirm }: Props) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <div>
        <Button label={label} onClick={() => setAsking(true)} isQuiet isDanger />
      </div>
    );
  }
  return (
    <div class="question" role="group" aria-label={label} tabIndex={-1} ref={focus}>
      <p>{question}</p>
      <div class="buttons">
        <Button label={cancel} onClick={() => setAsking(false)} isWide />
        <Button
          label={confirm}
          onClick={() => {
            setAsking(false);
            onConfirm();
          }}
          isDanger
        />
      </div>
    </div>
  );
}
