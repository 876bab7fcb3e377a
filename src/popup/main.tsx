import coordinatorWorkerUrl from '../workers/export/coordinator-worker?worker&url';
import measureWorkerUrl from '../workers/recommend/measure-worker?worker&url';
import modelsWorkerUrl from '../workers/models/models-worker?worker&url';
import recommendWorkerUrl from '../workers/recommend/recommend-worker?worker&url';
import stepWorkerUrl from '../workers/export/step-worker?worker&url';
import ratingWorkerUrl from '../workers/passphrase/rating-worker?worker&url';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { language } from '../i18n/language';
import { message } from '../i18n/message';
import { provideMessages } from '../i18n/message-source';
import { errorMessage } from '../messaging/error-message';
import { parseSettings } from '../settings/settings';
import { withSettingsLock } from '../settings/settings-lock';
import { type LikesOutDatabase, openDatabase } from '../store/database';
import { deletionLock } from '../store/delete-everything';
import { createDatasetExport } from '../workers/export/export-dataset';
import { clearStoredFiles, reserveFile } from '../workers/export/private-files';
import { createRunExport } from '../workers/export/run-steps';
import { saveFile } from '../workers/export/save-file';
import { createDatasetImport } from '../workers/import/import-dataset';
import { createModelsClient } from '../workers/models/models-client';
import { createPassphraseRating } from '../workers/passphrase/passphrase-rating';
import { createRecommendClient } from '../workers/recommend/recommend-client';
import { startMeasurement } from '../workers/recommend/start-measurement';
import { allowWorkers } from '../workers/trusted-workers';
import { Alerts } from './alerts';
import { createExclusionCheck } from './dataset/check-exclusions';
import { readChosen } from './dataset/chosen-models';
import { createDatasetActions } from './dataset/dataset-actions';
import { datasetRequest } from './dataset/export-request';
import { watchProjectKey } from './dataset/keys/watch-project-key';
import { createOptionsStore } from './dataset/options-store';
import { readHostAccess } from './host-access';
import { watchImports } from './import/watch-imports';
import { createModelsActions } from './models/create-models-actions';
import { modelsOnPage } from './models/models-on-page';
import { unreadModels } from './models/models-snapshot';
import { createModelsReader } from './models/read-models';
import { loadPage } from './page';
import { takeDownloadLink } from './download-link';
import { createActions } from './page-actions';
import type { Actions, PageSnapshot } from './page-snapshot';
import { createAttempt, createPageState } from './page-state';
import { createRecommendActions } from './recommend/create-recommend-actions';
import { createQualityActions } from './recommend/create-quality-actions';
import { qualityOnPage } from './recommend/quality-on-page';
import { unmeasured } from './recommend/quality-snapshot';
import { recommendOnPage } from './recommend/recommend-on-page';
import { watchDeletion } from './recommend/watch-deletion';
import { unreadRecommendations } from './recommend/recommend-snapshot';
import { readSettings } from './settings/read-settings';
import { readPersistence } from './settings/storage-persistence';
import { recordOwnWrites } from './settings/record-own-writes';
import { formatAddress, parseAddress } from './tab/address';
import { watchSources } from './watch-sources';

// An old page may hold the database open and block this one. It must not stay blank.
const patienceMs = 3_000;

async function start(): Promise<void> {
  document.documentElement.lang = language();
  document.title = message('name');
  const db = openDatabase();
  recordOwnWrites(db, withSettingsLock);
  const [{ settings, error }, hasAccess, isPopup] = await Promise.all([
    readSettingsOrNone(db),
    readHostAccess(),
    isInPopup(),
  ]);
  const view = new URLSearchParams(location.search).get('view') === 'tab' ? 'tab' : 'popup';
  document.documentElement.classList.toggle('in-tab', !isPopup);
  document.documentElement.classList.toggle('tab-view', view === 'tab');

  const state = createPageState(firstSnapshot({ settings, hasAccess, view }));
  const attempt = createAttempt(state);
  state.setError('settings', error);
  const startWorker = allowWorkers([
    coordinatorWorkerUrl,
    stepWorkerUrl,
    ratingWorkerUrl,
    modelsWorkerUrl,
    recommendWorkerUrl,
    measureWorkerUrl,
  ]);
  const startStep = () => startWorker(stepWorkerUrl);
  const datasetExport = createDatasetExport({
    runExport: createRunExport({
      startCoordinator: () => startWorker(coordinatorWorkerUrl),
      startStep,
      // Only Firefox has this function.
      isFirefox: 'getBrowserInfo' in browser.runtime,
    }),
    toolVersion: browser.runtime.getManifest().version,
    reserve: reserveFile,
    clear: (file) => attempt(message('page_fileNotDeleted'), () => file.release(), 'stored-files'),
    save: saveFile,
    onState: (exporting) => state.change({ exporting }),
  });
  const datasetImport = createDatasetImport({
    startWorker: startStep,
    onState: (importing) => state.change({ importing }),
  });
  const ratePassphrase = createPassphraseRating({
    startWorker: () => startWorker(ratingWorkerUrl),
    onRated: (passphraseRating) => {
      state.change({ passphraseRating });
      state.setError('rating', null);
    },
    onFailed: (cause) =>
      state.setError('rating', message('keys_notRated', { cause: cause ?? message('keys_noCause') })),
  });
  const optionsStore = createOptionsStore(state, db, (act) =>
    navigator.locks.request(deletionLock, { mode: 'shared' }, act),
  );
  const exclusions = createExclusionCheck(state, db);
  const models = modelsOnPage(state, optionsStore, db);
  const modelsReader = createModelsReader({
    ...models,
    startModels: (tools) => createModelsClient({ ...tools, startWorker: () => startWorker(modelsWorkerUrl) }),
  });
  const start = () => {
    // As it was when the button was pressed.
    const { address } = state.read();
    return datasetExport.start(async () => {
      // The page names what on the list matches nobody before a file is written.
      await exclusions.check();
      const chosen = await readChosen(address, modelsReader.chosenUids);
      return { ...(await datasetRequest(db, state.read())), ...(chosen && { chosen }) };
    });
  };
  const forget = async () => {
    await datasetExport.forget();
    await clearStoredFiles();
  };
  const recommendActions = createRecommendActions({
    ...recommendOnPage(state),
    attempt,
    startRecommend: (tools) =>
      createRecommendClient({ ...tools, startWorker: () => startWorker(recommendWorkerUrl) }),
  });
  const qualityActions = createQualityActions({
    ...qualityOnPage(state, db),
    attempt,
    startMeasurement: (tools) =>
      startMeasurement({ ...tools, startWorker: () => startWorker(measureWorkerUrl) }),
  });
  const forgetRecommendations = () => {
    recommendActions.forgetLikes();
    qualityActions.forgetQuality();
  };
  const actions: Actions = {
    ...createActions({
      ...{ state, forgetRecommendations, isPopup },
      datasetExport: { ...datasetExport, start, forget },
    }),
    ...createDatasetActions({
      state,
      db,
      optionsStore,
      attempt,
      saveFile,
      datasetExport,
      datasetImport,
      ratePassphrase,
    }),
    ...createModelsActions({ ...models, attempt, reader: modelsReader }),
    ...recommendActions,
    ...qualityActions,
  };

  await optionsStore.watch();
  attempt(message('page_fileNotDeleted'), clearStoredFiles, 'stored-files');
  watchProjectKey(state, db);
  if (view === 'tab') {
    // Counting reads every row. The popup does not show imports.
    watchImports(state, db);
    exclusions.watch();
    watchDeletion(state, db, forgetRecommendations);
    // It knows the views, which a popup does not load.
    const { followAddress } = await import('./tab/follow-address');
    followAddress(state);
    attempt(message('storage_notAsked'), async () => state.change({ persistence: await readPersistence() }));
  }

  const Page = await loadPage(view);
  await Promise.race([watchSources(state, db), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
  state.drawWith((snapshot) => render(<Page snapshot={snapshot} actions={actions} />, document.body));
  if (await takeDownloadLink(location)) {
    // Where a passphrase can be typed and the result is shown in full.
    location.replace(formatAddress('dataset'));
    actions.download();
  }
}

/** If the settings cannot be read, nobody has agreed to anything, and the page still shows what is stored. */
async function readSettingsOrNone(db: LikesOutDatabase) {
  try {
    return { settings: await readSettings(db), error: null };
  } catch (error) {
    return {
      settings: parseSettings({}),
      error: message('page_settingsUnread', { cause: errorMessage(error) }),
    };
  }
}

/** Resolves with `undefined` in a popup, which the polyfill's type does not mention. */
async function isInPopup(): Promise<boolean> {
  const tab: unknown = await browser.tabs.getCurrent();
  return tab === undefined;
}

function firstSnapshot(known: Pick<PageSnapshot, 'settings' | 'hasAccess' | 'view'>): PageSnapshot {
  return {
    ...known,
    overview: null,
    isStoreBroken: false,
    pageStatus: undefined,
    refused: null,
    keptBytes: undefined,
    persistence: 'unknown',
    isDeleting: false,
    isCheckingSite: false,
    address: parseAddress(location.hash),
    errors: [],
    exporting: { phase: 'none' },
    exportOptions: null,
    exclusionReport: null,
    passphrase: '',
    passphraseRating: null,
    projectKey: null,
    offeredKey: null,
    importing: { phase: 'none' },
    imports: null,
    models: unreadModels,
    recommend: unreadRecommendations,
    quality: unmeasured,
    now: Date.now(),
  };
}

provideMessages(browser.i18n);
document.body.replaceChildren(); // what index.html says for when this script cannot run
start().catch((error: unknown) => {
  render(<Alerts sentences={[message('page_notOpened', { cause: errorMessage(error) })]} />, document.body);
});
