import type { DatasetFacts } from '../dataset-summary';
import type { Distribution } from '../statistics/distribution';

/** The numbers by which datasets of likes are compared. */
export function statisticsSection({ statistics: { likes, models } }: DatasetFacts): string {
  return `### Statistics

Counted over users and models with at least one like in the dataset.

| statistic | value |
|---|---|
| users | ${likes.users} |
| models | ${likes.models} |
| density (rec-a-sketch called it sparsity) | ${percent(likes.densityPercent)} |
| sparsity | ${percent(likes.sparsityPercent)} |
| likes per user | ${spread(likes.likesPerUser)} |
| users with one like | ${likes.usersWithOneLike} |
| likes per model | ${spread(likes.likesPerModel)} |
| Gini coefficient of models, of users | ${number(likes.giniOfModels)}, ${number(likes.giniOfUsers)} |
| share of likes on the most liked 1 %, 20 % of models | ${percent(likes.top1PercentShare)}, ${percent(likes.top20PercentShare)} |
| fewest models that hold half of the likes | ${likes.fewestModelsWithHalf} |
| likes collected, of the like counts the site showed | ${percent(models.coverage.percent)} |
| models without tags, without categories | ${models.modelsWithoutTags}, ${models.modelsWithoutCategories} |
| models with unknown tags, unknown categories | ${models.modelsWithUnknownTags}, ${models.modelsWithUnknownCategories} |
| distinct tags | ${models.distinctTags} |
| tags per model | ${spread(models.tagsPerModel)} |

What remains if every user and every model must have k likes (the k-core):

| k | users | models | likes | density |
|---|---|---|---|---|
${likes.cores.map((core) => `| ${core.k} | ${core.users} | ${core.models} | ${core.likes} | ${percent(core.densityPercent)} |`).join('\n')}`;
}

/** Three significant digits, without an exponent. */
function number(value: number | null): string {
  if (value === null) return 'none';
  if (Math.abs(value) >= 100 || Number.isInteger(value)) return String(Math.round(value * 10) / 10);
  return String(Number(value.toPrecision(3)));
}

/** Near 100 %, the significant digits are those of the remainder. */
function percent(value: number | null): string {
  if (value === null) return 'none';
  return value > 90 && value < 100 ? `${100 - Number((100 - value).toPrecision(3))} %` : `${number(value)} %`;
}

function spread(values: Distribution | null): string {
  if (values === null) return 'none';
  const { min, median, mean, p90, max } = values;
  return `min ${number(min)}, median ${number(median)}, mean ${number(mean)}, p90 ${number(p90)}, max ${number(max)}`;
}
