import { countMessage, message } from '../../i18n/message';

type Props = { readonly names: readonly string[]; readonly count: number };

/** User names that occur in the file, to look at after the download: they block nothing. */
export function MentionedNames({ names, count }: Props) {
  if (count === 0) return null;
  return (
    <details class="small">
      <summary>{countMessage('leaks_mentions', count)}</summary>
      <p class="soft">{message('leaks_mentionsAbout')}</p>
      <p class="mentions">
        {names.map((name) => (
          <bdi key={name}>{name}</bdi>
        ))}
      </p>
    </details>
  );
}
