import { useEffect, useRef, useState } from 'preact/hooks';
import { countMessage, message } from '../../i18n/message';
import { Button } from '../controls/button';
import { RichMessage } from '../controls/rich-message';
import { useOwnId } from '../controls/use-own-id';
import { cutText } from './cut-text';
import type { LeftOut, ModelsActions } from './models-snapshot';

type Props = { readonly leftOut: LeftOut; readonly actions: ModelsActions };

const patienceMs = 10_000;
const inBar = 60;

/** Stays for a while, and as long as the pointer or the focus is on it. The button that was pressed is gone: Tab leads to "Undo". */
export function UndoBar({ leftOut, actions }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const textId = useOwnId();
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);

  useEffect(() => bar.current?.focus({ preventScroll: true }), [leftOut]);

  useEffect(() => {
    if (isHovered || isFocused) return;
    const end = setTimeout(actions.forgetLeftOut, patienceMs);
    return () => clearTimeout(end);
  }, [leftOut, isHovered, isFocused]);

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
        {leftOut.name === null ? (
          countMessage('models_manyLeftOut', leftOut.uids.length)
        ) : (
          <RichMessage of="models_oneLeftOut" values={{ name: <bdi>{cutText(leftOut.name, inBar)}</bdi> }} />
        )}
      </p>
      <div class="buttons">
        <Button label={message('models_undo')} onClick={actions.undoLeaveOut} />
      </div>
    </div>
  );
}
