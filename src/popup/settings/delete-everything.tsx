import { useState } from 'preact/hooks';
import type { Counters } from '../../store/counters';
import { Button } from '../controls/button';
import { formatCount } from '../format/numbers';

const words = {
  ask: 'Delete everything',
  confirm: 'Yes, delete everything',
  keep: 'Keep everything',
  what: 'the second copy of what was captured, what is still to ask, and the key by which later datasets could be joined to earlier ones. Your settings and the files you downloaded stay. It cannot be taken back.',
};

/** The button that was pressed is gone with its press; whoever uses the keyboard goes on here. */
const focus = (question: HTMLElement | null) => question?.focus();

type Props = { readonly counters: Counters; readonly onDelete: () => void };

/** A text until it is asked for, then a question in the page. */
export function DeleteEverything({ counters: { models, likes, users }, onDelete }: Props) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <div>
        <Button label={words.ask} onClick={() => setAsking(true)} isQuiet isDanger />
      </div>
    );
  }
  return (
    <div class="question" role="group" aria-label={words.ask} tabIndex={-1} ref={focus}>
      <p>
        This deletes {formatCount(models, 'model')}, {formatCount(likes, 'like')} by{' '}
        {formatCount(users, 'user')}, {words.what}
      </p>
      <div class="buttons">
        <Button label={words.keep} onClick={() => setAsking(false)} isWide />
        <Button
          label={words.confirm}
          onClick={() => {
            setAsking(false);
            onDelete();
          }}
          isDanger
        />
      </div>
    </div>
  );
}
