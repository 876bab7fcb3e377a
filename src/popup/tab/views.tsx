import type { FunctionComponent } from 'preact';
import type { PlainKey } from '../../i18n/message';
import { DatasetView } from '../dataset/dataset-view';
import { ModelsView } from '../models/models-view';
import { OverviewView } from '../overview/overview-view';
import { RecommendView } from '../recommend/recommend-view';
import { SettingsView } from '../settings/settings-view';
import type { Address } from './address';
import type { ViewProps } from './view-props';

export type TabView = {
  /** As in its address. */
  readonly name: string;
  readonly title: PlainKey;
  /** A path on a grid of 20 by 20. */
  readonly icon: string;
  readonly View: FunctionComponent<ViewProps>;
};

const bars = 'M4 16v-5M10 16V4M16 16V8';
const list = 'M3.5 5.5h1M3.5 10h1M3.5 14.5h1M8 5.5h8.5M8 10h8.5M8 14.5h8.5';
const rings = 'M12 10a4.5 4.5 0 1 1-9 0a4.5 4.5 0 1 1 9 0M17 10a4.5 4.5 0 1 1-9 0a4.5 4.5 0 1 1 9 0';
const tray = 'M10 3v9M6.5 8.5L10 12l3.5-3.5M3 12.5V16h14v-3.5';
const sliders =
  'M3 6h7M14 6h3M3 14h3M10 14h7M14 6a2 2 0 1 1-4 0a2 2 0 1 1 4 0M10 14a2 2 0 1 1-4 0a2 2 0 1 1 4 0';

const overview: TabView = { name: 'overview', title: 'tab_overview', icon: bars, View: OverviewView };

/** The views of the tab, in the order of the rail. */
export const views: readonly TabView[] = [
  overview,
  { name: 'models', title: 'models_title', icon: list, View: ModelsView },
  { name: 'recommend', title: 'recommend_title', icon: rings, View: RecommendView },
  { name: 'dataset', title: 'tab_dataset', icon: tray, View: DatasetView },
  { name: 'settings', title: 'tab_settings', icon: sliders, View: SettingsView },
];

/** The view at an address: Overview if it names none. */
export function viewAt({ view }: Address): TabView {
  return views.find(({ name }) => name === view) ?? overview;
}
