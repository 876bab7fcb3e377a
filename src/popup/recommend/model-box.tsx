import { countMessage, message } from '../../i18n/message';
import { parseModelUid, type ModelUid } from '../../sketchfab/model-uid';
import { modelUidOfAddress } from '../../sketchfab/model-uid-of-address';
import { cutText, inRow } from '../models/cut-text';
import type { RecommendActions, Suggested } from './recommend-snapshot';
import { SuggestBox } from './suggest-box';

type Props = {
  readonly label: string;
  readonly suggested: Suggested | null;
  readonly actions: RecommendActions;
  readonly onChoose: (uid: ModelUid) => void;
};

/** Finds a model by its name, or by a link that is pasted. */
export function ModelBox({ label, suggested, actions, onChoose }: Props) {
  const found = suggested?.of === 'models' ? suggested : null;
  return (
    <SuggestBox
      label={label}
      hint={message('recommend_modelHint')}
      suggestions={
        found &&
        found.found.map(({ uid, name, likes }) => ({
          key: uid,
          text: name === '' ? message('models_unnamed') : cutText(name, inRow),
          note: countMessage('recommend_likes', likes),
        }))
      }
      searched={found?.text}
      none={message(isLink(found?.text) ? 'recommend_noModelLink' : 'recommend_noModel')}
      onType={(text) => actions.suggest('models', text)}
      onChoose={(key) => {
        const uid = parseModelUid(key);
        if (uid) onChoose(uid);
      }}
      readKey={uidOf}
    />
  );
}

/** Of a link, or an id alone. */
function uidOf(text: string): ModelUid | null {
  const pasted = text.trim();
  return (isLink(pasted) ? modelUidOfAddress(pasted) : parseModelUid(pasted)) ?? null;
}

const isLink = (text = '') => /^https?:\/\//i.test(text.trim());
