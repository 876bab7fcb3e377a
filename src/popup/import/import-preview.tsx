import type { ImportFound } from '../../workers/import/messages';
import { Button } from '../controls/button';
import { importPlanText } from './import-preview-text';

const words = {
  title: 'What taking it in would do',
  models: 'Models',
  likes: 'Likes',
  goneLikes:
    'Conflicting likes were seen by one and later found taken back by the other; those are left out.',
  applyImport: 'Take in',
  leave: 'Leave it',
};

type Props = {
  readonly found: ImportFound;
  readonly onImport: () => void;
  readonly onCancel: () => void;
};

/** Nothing has happened yet: the answer decides. */
export function ImportPreview({ found, onImport, onCancel }: Props) {
  const { what, key, rows, differing, known } = importPlanText(found);
  return (
    <div class="import-preview">
      <p>{what}</p>
      <p class={key.fits ? 'success' : 'warning'}>{key.sentence}</p>
      {known !== null && <p class="soft">{known}</p>}
      <table>
        <caption class="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.models}</th>
            <th scope="col">{words.likes}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, models, likes]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{models}</td>
              <td>{likes}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {differing !== null && <p class="small soft">{differing}</p>}
      {found.plan.likes.gone > 0 && <p class="small soft">{words.goneLikes}</p>}
      <div class="buttons">
        <Button label={words.applyImport} onClick={onImport} isWide />
        <Button label={words.leave} onClick={onCancel} />
      </div>
    </div>
  );
}
