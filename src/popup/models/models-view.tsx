import { useEffect, useMemo } from 'preact/hooks';
import { message } from '../../i18n/message';
import { parseModelsAddress } from '../../models/models-address';
import { formatAddress } from '../tab/address';
import type { ViewProps } from '../tab/view-props';
import { ModelsPage } from './models-page';
import { openedModel, withModel } from './sheet/sheet-address';

/** The view "Models", which shows what the address of the tab asks for. */
export function ModelsView({ snapshot, step, actions }: ViewProps) {
  const { query } = snapshot.address;
  const opened = openedModel(query);
  // Opening a sheet must not make a new list.
  const listed = withModel(query, null);
  const address = useMemo(() => parseModelsAddress(listed), [listed]);
  const { consent } = snapshot.settings;
  useEffect(() => {
    if (consent) actions.listModels(address);
  }, [address, consent]);
  useEffect(() => actions.leaveModels, []);
  useEffect(() => actions.followModel(opened), [opened]);
  useEffect(() => () => actions.followModel(null), []);
  if (!consent) {
    return (
      <p class="empty">
        {message('models_beforeConsent')}{' '}
        <a class="text-link" href={formatAddress('overview')}>
          {message('dataset_toFirstStep')}
        </a>
      </p>
    );
  }
  return (
    <ModelsPage
      models={snapshot.models}
      address={address}
      options={snapshot.exportOptions?.options ?? null}
      now={snapshot.now}
      isDownloadNext={step === 'download'}
      actions={actions}
    />
  );
}
