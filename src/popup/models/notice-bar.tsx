import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { countMessage, message } from '../../i18n/message';
import { Button } from '../controls/button';
import { RichMessage } from '../controls/rich-message';
import { useOwnId } from '../controls/use-own-id';
import { cutText } from './cut-text';
import type { ModelsActions, ModelsNotice } from './models-snapshot';
import { retryText } from './retry-text';

type Props = { readonly notice: ModelsNotice; readonly actions: ModelsActions };

const patienceMs = 10_000;
const inBar = 60;

/**
 * What was just done. Stays for a while, and as long as the pointer or the focus is on it. The button that was pressed is
 * gone, so the bar has the focus: its words are read, and Tab leads to "Undo".
 */
export function NoticeBar({ notice, actions }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const textId = useOwnId();
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);

  useEffect(() => bar.current?.focus({ preventScroll: true }), [notice]);

  // Runs before the bar is taken away with the focus, which would then be nowhere.
  useLayoutEffect(() => {
    const shown = bar.current;
    return () => {
      if (shown?.contains(document.activeElement)) focusBehind(shown);
    };
  }, []);

  useEffect(() => {
    if (isHovered || isFocused) return;
    const end = setTimeout(actions.forgetNotice, patienceMs);
    return () => clearTimeout(end);
  }, [notice, isHovered, isFocused]);

  return (
    <div
      role="group"
      aria-labelledby={textId}
      class="floating-bar"
      ref={bar}
      tabIndex={-1}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      // The bar itself has the focus at first, and would stay for good.
      onFocusCapture={(event) => setFocused(event.target !== bar.current)}
      onBlurCapture={() => setFocused(false)}
    >
      <p id={textId}>
        <Words notice={notice} />
      </p>
      {notice.kind !== 'retried' && (
        <div class="buttons">
          <Button label={message('models_undo')} onClick={actions.undo} />
        </div>
      )}
    </div>
  );
}

/** On the sheet that the bar is in, where Escape closes it, or where the list begins. */
function focusBehind(bar: HTMLElement): void {
  const behind = bar.closest('.model-sheet') ?? document.querySelector('.models-count');
  if (behind instanceof HTMLElement) behind.focus({ preventScroll: true });
}

function Words({ notice }: Pick<Props, 'notice'>) {
  if (notice.kind === 'retried') return <>{retryText(notice.outcome)}</>;
  const isRemoving = notice.kind === 'removing';
  const many = isRemoving ? 'models_removingMany' : 'models_manyLeftOut';
  if (notice.name === null) return <>{countMessage(many, notice.uids.length)}</>;
  const name = <bdi>{cutText(notice.name, inBar)}</bdi>;
  return <RichMessage of={isRemoving ? 'models_removingOne' : 'models_oneLeftOut'} values={{ name }} />;
}
