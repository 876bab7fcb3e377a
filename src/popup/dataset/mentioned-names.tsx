import { countMessage, message } from '../../i18n/message';

type Props = { readonly names: readonly string[]; readonly count: number };

/** User names that occur in the file, to check after the download. They do not block it. */
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
