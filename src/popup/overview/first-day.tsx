import type { ComponentChildren } from 'preact';
import { isUnderWay } from '../../crawl/crawl-state';
import { message, type PlainKey } from '../../i18n/message';
import { Button } from '../controls/button';
import { useOwnId } from '../controls/use-own-id';
import { Discovery } from '../crawl/discovery-section';
import type { ViewProps } from '../tab/view-props';
import { type FirstDayStep, firstDaySteps } from './first-day-step';

const titles: Readonly<Record<FirstDayStep, PlainKey>> = {
  agree: 'firstDay_agree',
  find: 'firstDay_find',
  collect: 'firstDay_collect',
};
const abouts: Readonly<Record<FirstDayStep, PlainKey>> = {
  agree: 'firstDay_agreeAbout',
  find: 'firstDay_findAbout',
  collect: 'firstDay_collectAbout',
};

type Props = ViewProps & { readonly present: FirstDayStep };

/** From the agreement to the first list of likes. */
export function FirstDay(props: Props) {
  const { present } = props;
  const at = firstDaySteps.indexOf(present);
  const content: Readonly<Record<FirstDayStep, ComponentChildren>> = {
    agree: <Agree {...props} />,
    find: <Find {...props} />,
    collect: <Collect {...props} />,
  };
  return (
    <section class="block" aria-label={message('firstDay_title')}>
      <p class="intro">{message('firstDay_intro')}</p>
      <ol class="steps">
        {firstDaySteps.map((step, index) => (
          <li key={step} class="step" {...(index === at && { 'aria-current': 'step' })}>
            <StepMark number={index + 1} isDone={index < at} />
            <h2>{message(titles[step])}</h2>
            <p class="soft">{message(step === 'agree' && at > 0 ? 'firstDay_agreed' : abouts[step])}</p>
            <div class="step-foot">{content[step]}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepMark({ number, isDone }: { readonly number: number; readonly isDone: boolean }) {
  if (!isDone) {
    return (
      <span class="step-mark" aria-hidden="true">
        {number}
      </span>
    );
  }
  return (
    <svg class="step-mark" viewBox="0 0 26 26" role="img" aria-label={message('firstDay_done')}>
      <path d="M7 13.5l4 4L19 9" />
    </svg>
  );
}

function Agree({ present, actions }: Props) {
  if (present !== 'agree') return null;
  return <Button label={message('firstRun_start')} onClick={actions.startCollecting} isFilled />;
}

function Find({ present, snapshot, step, actions }: Props) {
  const { overview, hasAccess } = snapshot;
  if (present === 'agree') {
    return (
      <Waiting after={message('firstDay_afterAgree')}>
        {[message('crawl_openSketchfab'), message('discovery_find')]}
      </Waiting>
    );
  }
  // A crawl that is blocked offers the same in the head.
  const isOn = overview !== null && isUnderWay(overview.crawl);
  return (
    <>
      {!isOn && (
        <div class="buttons">
          <Button
            label={message('crawl_openSketchfab')}
            onClick={actions.openSketchfab}
            isFilled={step === 'open-sketchfab'}
          />
        </div>
      )}
      {overview && hasAccess && <Discovery overview={overview} snapshot={snapshot} actions={actions} />}
    </>
  );
}

/** While the crawl is under way, its buttons are in the head. */
function Collect({ present, snapshot, step, actions }: Props) {
  const { overview } = snapshot;
  if (present !== 'collect')
    return <Waiting after={message('firstDay_afterFind')}>{[message('crawl_all')]}</Waiting>;
  if (overview && isUnderWay(overview.crawl)) return <p class="small soft">{message('firstDay_underWay')}</p>;
  return (
    <Button
      label={message('crawl_all')}
      onClick={() => actions.startCrawl('all')}
      isFilled={step === 'start-crawl'}
    />
  );
}

type WaitingProps = { readonly after: string; readonly children: readonly string[] };

/** What can be done later, and after what. */
function Waiting({ after, children }: WaitingProps) {
  const id = useOwnId();
  return (
    <>
      <p class="small soft" id={id}>
        {after}
      </p>
      <div class="buttons">
        {children.map((label) => (
          <button key={label} type="button" class="button" aria-disabled="true" aria-describedby={id}>
            {label}
          </button>
        ))}
      </div>
    </>
  );
}
