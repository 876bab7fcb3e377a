import { message } from '../../i18n/message';
import type { ImportPreview as Preview } from '../../workers/import/messages';
import { Button } from '../controls/button';
import { importPreviewText } from './import-preview-text';

type Props = {
  readonly preview: Preview;
  readonly onImport: () => void;
  readonly onCancel: () => void;
};

/** Nothing has been imported yet. */
export function ImportPreview({ preview, onImport, onCancel }: Props) {
  const { what, key, rows, differing, known } = importPreviewText(preview);
  return (
    <div class="import-preview">
      <p>{what}</p>
      <p class={key.fits ? 'success' : 'warning'}>{key.sentence}</p>
      {known !== null && <p class="soft">{known}</p>}
      <table>
        <caption class="visually-hidden">{message('import_preview')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{message('import_models')}</th>
            <th scope="col">{message('import_likes')}</th>
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
      {preview.plan.likes.gone > 0 && <p class="small soft">{message('import_withdrawnLikes')}</p>}
      <div class="buttons">
        <Button label={message('import_apply')} onClick={onImport} isWide />
        <Button label={message('import_cancel')} onClick={onCancel} />
      </div>
    </div>
  );
}
