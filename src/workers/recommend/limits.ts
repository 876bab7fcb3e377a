import { fewestTagged } from '../../recommend/tags/tag-fans';

/** Of a tag on fewer models with likes nothing is typical. */
export const fewestLikedOfTag = fewestTagged;

/** Lists from fewer models with likes are guesses. */
export const fewestLikedModels = 200;
