// One process for all, as the first thing it does may be to restore the packages.
import './page-tests.mjs';
import './documents-tests.mjs';
import './randomness-tests.mjs';
import './draw-tests.mjs';
import './refusal-tests.mjs';
import './without-pools-tests.mjs';
import './after-the-draw-tests.mjs';
