import { message, type PlainKey } from '../../i18n/message';

const points: readonly (readonly [title: PlainKey, about: PlainKey])[] = [
  ['firstDay_recorded', 'firstRun_recorded'],
  ['firstDay_requested', 'firstRun_requested'],
  ['firstDay_stays', 'firstRun_stays'],
];

/** What one should know before the first step, in the words of the popup. */
export function BeforeYouAgree() {
  return (
    <section class="block" aria-labelledby="before-you-agree">
      <div class="title">
        <h2 id="before-you-agree">{message('firstDay_before')}</h2>
      </div>
      <div class="ways">
        {points.map(([title, about]) => (
          <div key={title} class="way">
            <h3>{message(title)}</h3>
            <p class="soft">{message(about)}</p>
          </div>
        ))}
      </div>
    </section>
  );
}
