import { useState } from 'preact/hooks';
import { message } from '../../i18n/message';
import type { ImportPreview as Preview } from '../../workers/import/messages';
import { Button } from '../controls/button';
import { ChoiceRow } from '../controls/choice-row';
import { Conflicts } from './conflicts';
import { importPreviewText } from './import-preview-text';

type Props = {
  readonly preview: Preview;
  readonly onImport: (takesBack: boolean) => void;
  readonly onCancel: () => void;
};

/** Nothing has been imported yet. */
export function ImportPreview({ preview, onImport, onCancel }: Props) {
  const { what, key, rows, differing, known, doubts } = importPreviewText(preview);
  const { conflicts } = preview.plan;
  const [takesBack, setTakesBack] = useState(false);
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
      {doubts.map((doubt) => (
        <p key={doubt} class="small warning">
          {doubt}
        </p>
      ))}
      <Conflicts conflicts={conflicts} />
      {conflicts.some(({ takenBack }) => takenBack > 0) && (
        <ChoiceRow
          type="checkbox"
          name="takesBack"
          label={message('import_takesBack')}
          about={message('import_takesBackAbout')}
          isOn={takesBack}
          onChange={setTakesBack}
        />
      )}
      <div class="buttons">
        <Button label={message('import_apply')} onClick={() => onImport(takesBack)} isWide />
        <Button label={message('import_cancel')} onClick={onCancel} />
      </div>
    </div>
  );
}
