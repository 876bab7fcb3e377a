import { sayCount } from '../words/say-count';

const words = {
  are: 'in names, tags and categories of the file',
  about:
    'Most mean nothing: "dragon" is a tag, and somebody\'s name too. If one gives a person away, leave out that model and download again.',
};

type Props = { readonly mentions: readonly string[]; readonly count: number };

/** After the download, for who wants to look: none of it blocks. */
export function MentionNote({ mentions, count }: Props) {
  if (count === 0) return null;
  return (
    <details class="small">
      <summary>
        {sayCount(count, 'user name')} {words.are}
      </summary>
      <p class="soft">{words.about}</p>
      <p class="mentions">
        {mentions.map((mention) => (
          <bdi key={mention}>{mention}</bdi>
        ))}
      </p>
    </details>
  );
}
