/** What an export does, by id; the popup has the words. */
export type StepId =
  'readLikes' | 'readUsernames' | 'filter' | 'summarize' | 'pseudonymize' | 'writeFile' | 'writePart';

export type Step = {
  readonly id: StepId;
  /** Which file `write-file` writes. */
  readonly path?: string;
  /** How long it takes, roughly, compared with the others. */
  readonly weight: number;
};

/** How far an export is: a share of the whole from 0 to 1, and the step it is at. */
export type DatasetProgress = { readonly share: number; readonly step: StepId; readonly path?: string };

/** Reports how much of one step is done, as a count out of `total`. */
export type ReportStep = (done: number, total: number) => void;

/** The reporter of one step. Throws for a step that is not among those of the export. */
export type StepReporter = (id: StepId, path?: string) => ReportStep;

// A bar of a thousand pixels shows no smaller change.
const smallestChange = 0.001;

/** Steps report in their order; the share never falls. */
export function createProgress(
  steps: readonly Step[],
  onProgress: (progress: DatasetProgress) => void = () => {},
): StepReporter {
  const totalWeight = weightOf(steps);
  let reported: { readonly share: number; readonly index: number } = { share: -1, index: -1 };

  return (id, path) => {
    const index = steps.findIndex((step) => step.id === id && step.path === path);
    const step = steps[index];
    if (!step) throw new Error(`the export has no step ${id} ${path ?? ''}`.trimEnd());
    const before = weightOf(steps.slice(0, index));
    return (done, total) => {
      const share = (before + step.weight * (total === 0 ? 1 : done / total)) / totalWeight;
      const isNews =
        index !== reported.index ||
        share - reported.share >= smallestChange ||
        (share === 1 && reported.share < 1);
      if (!isNews) return;
      reported = { share: Math.max(share, reported.share), index };
      onProgress({ share: reported.share, step: id, ...(path !== undefined && { path }) });
    };
  };
}

function weightOf(steps: readonly Step[]): number {
  return steps.reduce((sum, { weight }) => sum + weight, 0);
}
