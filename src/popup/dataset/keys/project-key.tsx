import { message } from '../../../i18n/message';
import { Button } from '../../controls/button';
import { FileButton } from '../../controls/file-button';
import { RichMessage } from '../../controls/rich-message';
import type { Actions, PageSnapshot } from '../../page-snapshot';
import { hashName } from '../hash-name';
import type { ExportOptions } from '../options';

const keyFiles = '.json,application/json';

type Props = {
  readonly exportOptions: ExportOptions;
  readonly snapshot: Pick<PageSnapshot, 'projectKey' | 'offeredKey'>;
  readonly actions: Actions;
};

export function ProjectKey({ exportOptions, snapshot: { projectKey, offeredKey }, actions }: Props) {
  const isSaved = projectKey?.keyId === exportOptions.savedKeyId;
  return (
    <div class="inset">
      {projectKey ? (
        <p>
          <RichMessage
            of="keys_fingerprint"
            values={{
              id: <code>{projectKey.keyId}</code>,
              method: <span class="soft">{hashName(projectKey.algorithm)}</span>,
            }}
          />
        </p>
      ) : (
        <p class="small">{message('keys_none')}</p>
      )}
      {projectKey?.isWeak && <p class="small warning">{message('keys_short')}</p>}
      {projectKey && !isSaved && <p class="small warning">{message('keys_backUp')}</p>}
      {offeredKey && projectKey ? (
        <KeyOffer offered={offeredKey.keyId} kept={projectKey.keyId} onAnswer={actions.answerKeyOffer} />
      ) : (
        <div class="buttons">
          {projectKey ? (
            <Button label={message('keys_save')} onClick={actions.saveKeyFile} />
          ) : (
            <Button label={message('keys_create')} onClick={actions.createKey} />
          )}
          <FileButton label={message('keys_use')} accept={keyFiles} onFile={actions.useKeyFile} />
        </div>
      )}
    </div>
  );
}

type OfferProps = {
  readonly offered: string;
  readonly kept: string;
  readonly onAnswer: (isAccepted: boolean) => void;
};

/** There can be one key only. The replaced one is lost unless somebody has its file. */
function KeyOffer({ offered, kept, onAnswer }: OfferProps) {
  return (
    <div class="question" role="group" aria-label={message('keys_offer')}>
      <p>
        <RichMessage
          of="keys_offerText"
          values={{ offered: <code>{offered}</code>, kept: <code>{kept}</code> }}
        />
      </p>
      <div class="buttons">
        <Button label={message('keys_keep')} onClick={() => onAnswer(false)} isWide />
        <Button label={message('keys_replace')} onClick={() => onAnswer(true)} isDanger />
      </div>
    </div>
  );
}
