import type { Leak } from '../../dataset/leak-scan/leak-report';
import { countMessage } from '../../i18n/message';
import { RichMessage } from '../controls/rich-message';
import { leaksByKind, placeText } from './leak-text';

const mostShown = 5;

/** Where each leak is and what to do. Excerpts come from the site and are set apart. */
export function LeakReport({ leaks }: { readonly leaks: readonly Leak[] }) {
  return (
    <div class="leaks small">
      {leaksByKind(leaks).map(({ kind, headline, advice, leaks: found }) => (
        <div key={kind}>
          <p class="lead">{headline}</p>
          <ul>
            {found.slice(0, mostShown).map((leak, at) => (
              <li key={at}>
                <Place leak={leak} />
              </li>
            ))}
          </ul>
          {found.length > mostShown && (
            <p class="soft">{countMessage('leaks_more', found.length - mostShown)}</p>
          )}
          <p>{advice}</p>
        </div>
      ))}
    </div>
  );
}

function Place({ leak }: { readonly leak: Leak }) {
  const place = placeText(leak);
  if (leak.excerpt === null) return <>{place}</>;
  return (
    <RichMessage of="leaks_excerpt" values={{ place, excerpt: <bdi class="cause">{leak.excerpt}</bdi> }} />
  );
}
