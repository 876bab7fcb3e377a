import { Button } from '../../controls/button';
import { FileButton } from '../../controls/file-button';
import { methodNames } from '../../format/hash-names';
import type { Actions, PageSnapshot } from '../../page-snapshot';
import type { ExportOptions } from '../options';

const words = {
  none: 'No key is kept here yet. One is made with the first download, or now.',
  create: 'Make a key',
  save: 'Save key file',
  use: 'Use a key file…',
  fingerprint: 'Fingerprint',
  backUp:
    'Save its file now and keep it apart from the datasets. Should this browser lose its data, the datasets could not be continued without it. Whoever has the file can tell which pseudonym is whose.',
  weak: 'This key is short and could be guessed. Use it for going on with old data, and for nothing new.',
  offer: 'Another key',
  keep: 'Keep the one here',
  replace: 'Use the other one',
};
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
          {words.fingerprint} <code>{projectKey.keyId}</code>
          <span class="soft">, {methodNames[projectKey.algorithm]}</span>
        </p>
      ) : (
        <p class="small">{words.none}</p>
      )}
      {projectKey?.isWeak && <p class="small warning">{words.weak}</p>}
      {projectKey && !isSaved && <p class="small warning">{words.backUp}</p>}
      {offeredKey && projectKey ? (
        <KeyOffer offered={offeredKey.keyId} kept={projectKey.keyId} onAnswer={actions.answerKeyOffer} />
      ) : (
        <div class="buttons">
          {projectKey ? (
            <Button label={words.save} onClick={actions.saveKeyFile} />
          ) : (
            <Button label={words.create} onClick={actions.createKey} />
          )}
          <FileButton label={words.use} accept={keyFiles} onFile={actions.useKeyFile} />
        </div>
      )}
    </div>
  );
}

type OfferProps = {
  readonly offered: string;
  readonly kept: string;
  readonly onAnswer: (isTaken: boolean) => void;
};

/** Two keys, one place: the one that goes is gone, unless somebody has its file. */
function KeyOffer({ offered, kept, onAnswer }: OfferProps) {
  return (
    <div class="question" role="group" aria-label={words.offer}>
      <p>
        The file holds the key <code>{offered}</code>, and <code>{kept}</code> is kept here. There is room for
        one. Datasets under <code>{kept}</code> can only be continued with its key file.
      </p>
      <div class="buttons">
        <Button label={words.keep} onClick={() => onAnswer(false)} isWide />
        <Button label={words.replace} onClick={() => onAnswer(true)} isDanger />
      </div>
    </div>
  );
}
