import { useEffect, useMemo } from 'preact/hooks';
import { message } from '../../i18n/message';
import { parseModelsAddress } from '../../models/models-address';
import { formatAddress } from '../tab/address';
import type { ViewProps } from '../tab/view-props';
import { ModelsPage } from './models-page';

/** The view "Models", which shows what the address of the tab asks for. */
export function ModelsView({ snapshot, step, actions }: ViewProps) {
  const { query } = snapshot.address;
  const address = useMemo(() => parseModelsAddress(query), [query]);
  const { consent } = snapshot.settings;
  useEffect(() => {
    if (consent) actions.listModels(address);
  }, [address, consent]);
  useEffect(() => actions.leaveModels, []);
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
      isDownloadNext={step === 'download'}
      actions={actions}
    />
  );
}
