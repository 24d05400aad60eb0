import { readFileSync } from 'node:fs';

/** A file of the test vectors of the draws, each of which names its source. */
export const vector = (name) => JSON.parse(readFileSync(new URL(`../../tests/CampaignKit.Draws.Tests/Vectors/${name}`, import.meta.url), 'utf8'));
