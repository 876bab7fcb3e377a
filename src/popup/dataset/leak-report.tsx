import type { Leak } from '../../dataset/leak-scan/leak-report';
import { formatNumber } from '../../i18n/format-number';
import { formatCount } from '../format/numbers';
import { leakText } from './leak-text';

const mostShown = 5;

/** Where it stands and what to do. What stands around it comes from the site, and is shown apart. */
export function LeakNote({ leaks }: { readonly leaks: readonly Leak[] }) {
  return (
    <div class="leaks small">
      {leakText(leaks).map(({ kind, headline, advice, leaks: found }) => (
        <div key={kind}>
          <p class="lead">{headline}</p>
          <ul>
            {found.slice(0, mostShown).map(({ path, line, excerpt }, at) => (
              <li key={at}>
                {path}
                {line !== null && <>, line {formatNumber(line)}</>}
                {excerpt !== null && (
                  <>
                    : <bdi class="cause">{excerpt}</bdi>
                  </>
                )}
              </li>
            ))}
          </ul>
          {found.length > mostShown && (
            <p class="soft">and {formatCount(found.length - mostShown, 'more place')}</p>
          )}
          <p>{advice}</p>
        </div>
      ))}
    </div>
  );
}

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
        {formatCount(count, 'user name')} {words.are}
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
