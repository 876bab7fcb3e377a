import type { DatasetOptions } from '../../dataset/dataset-options';
import { parseModelUid } from '../../sketchfab/model-uid';
import { modelUidOfAddress } from '../../sketchfab/model-uid-of-address';
import { siteOrigin } from '../../sketchfab/site';

type Excluded = DatasetOptions['excluded'];

const hexId = /^[0-9a-f]{32}$/;
const shortId = /^\d{1,20}$/;
// As people copy or type it.
const onSite = /^(?:https?:\/\/)?(?:www\.)?sketchfab\.com\//i;

/**
 * Sorts what was typed, one user or model per line. A line that could be two things counts as both: one name too many
 * leaves nobody else out, one too few would publish somebody.
 */
export function parseExclusions(text: string): Excluded {
  const lines = text
    .split('\n')
    .map((line) => line.trim().replace(onSite, `${siteOrigin}/`))
    .filter(Boolean);
  return {
    usernames: lines.filter((line) => !isModelAddress(line) && !hexId.test(line)),
    userUids: lines.filter((line) => hexId.test(line) || shortId.test(line)),
    modelUids: lines.filter((line) => parseModelUid(line) !== undefined || isModelAddress(line)),
  };
}

/** The lines, each once. */
export function exclusionLines({ usernames, userUids, modelUids }: Excluded): string[] {
  return [...new Set([...usernames, ...userUids, ...modelUids])];
}

// A word without a slash would be parsed as a path of one segment.
const isModelAddress = (line: string) => line.includes('/') && modelUidOfAddress(line) !== undefined;
