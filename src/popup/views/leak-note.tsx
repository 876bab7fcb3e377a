import type { Leak } from '../../dataset/leak-report';
import { sayLeaks } from '../decide/say-leaks';
import { sayCount } from '../words/say-count';
import { sayNumber } from '../words/say-number';

const mostShown = 5;

/** Where it stands and what to do. What stands around it comes from the site, and is shown apart. */
export function LeakNote({ leaks }: { readonly leaks: readonly Leak[] }) {
  return (
    <div class="leaks small">
      {sayLeaks(leaks).map(({ kind, headline, advice, leaks: found }) => (
        <div key={kind}>
          <p class="lead">{headline}</p>
          <ul>
            {found.slice(0, mostShown).map(({ path, line, excerpt }, at) => (
              <li key={at}>
                {path}
                {line !== null && <>, line {sayNumber(line)}</>}
                {excerpt !== null && (
                  <>
                    : <bdi class="cause">{excerpt}</bdi>
                  </>
                )}
              </li>
            ))}
          </ul>
          {found.length > mostShown && (
            <p class="soft">and {sayCount(found.length - mostShown, 'more place')}</p>
          )}
          <p>{advice}</p>
        </div>
      ))}
    </div>
  );
}
