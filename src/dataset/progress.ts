/** How far an export is: a share of the whole from 0 to 1, and what it is doing. */
export type DatasetProgress = { readonly share: number; readonly doing: string };

export type Step = {
  readonly doing: string;
  /** How long it takes, roughly, beside the others. */
  readonly weight: number;
};

/** Told the done part of one step, as a count out of `total`. */
export type ReportStep = (done: number, total: number) => void;

// A bar of a thousand pixels shows no smaller step.
const smallest = 0.001;

/** Steps are told of in their order; the share never falls. */
export function createProgress(
  steps: readonly Step[],
  tell: (progress: DatasetProgress) => void = () => {},
): (doing: string) => ReportStep {
  const all = steps.reduce((sum, { weight }) => sum + weight, 0);
  let told: DatasetProgress = { share: -1, doing: '' };

  return (doing) => {
    const at = steps.findIndex((step) => step.doing === doing);
    const before = steps.slice(0, at).reduce((sum, { weight }) => sum + weight, 0);
    const weight = steps[at]?.weight ?? 0;
    return (done, total) => {
      const share = (before + weight * (total === 0 ? 1 : done / total)) / all;
      const isNews =
        doing !== told.doing || share - told.share >= smallest || (share === 1 && told.share < 1);
      if (!isNews) return;
      told = { share: Math.max(share, told.share), doing };
      tell(told);
    };
  };
}
