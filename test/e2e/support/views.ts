/** A view of the tab, by the name of its link. */
export type ViewName = 'Overview' | 'Models' | 'Dataset' | 'Settings';

/** The view where a control is, by its name. Those of the crawl, the download and auto-capture are on several. */
const homes: Readonly<Record<string, ViewName>> = {
  'One-time key': 'Dataset',
  'Project key': 'Dataset',
  Passphrase: 'Dataset',
  'Create key': 'Dataset',
  'Save key file': 'Dataset',
  'Use a key file…': 'Dataset',
  'Several machines': 'Dataset',
  'Export as part': 'Dataset',
  'Choose a zip…': 'Overview',
  Import: 'Overview',
  'Delete everything': 'Settings',
  'Yes, delete everything': 'Settings',
};

export const homeOf = (control: string): ViewName | undefined => homes[control];
