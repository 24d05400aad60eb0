import { isHex } from '../bytes.mjs';
import { byId, element, fill } from './elements.mjs';

/** Compares the digest that a visitor saved at the lock with that of the manifest: the page itself cannot know what was published then. */
export class SavedDigest {
  constructor() {
    this.saved = null;
    byId('saved-form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.saved = byId('saved-digest').value.trim().toLowerCase();
      this.showAnswer();
    });
  }

  /** Shows the answer in the present language, for the present manifest; without one there is nothing to compare with. */
  show(say, manifestDigest) {
    this.say = say;
    this.manifestDigest = manifestDigest;
    byId('saved-form').hidden = !manifestDigest;
    this.showAnswer();
  }

  showAnswer() {
    const answer = byId('saved-answer');
    const same = this.saved === this.manifestDigest;
    const word = same ? 'saved.same' : isHex(this.saved ?? '', 64) ? 'saved.other' : 'saved.wrong';
    answer.className = `answer ${same ? 'good' : 'bad'}`;
    answer.hidden = this.saved === null;
    fill(answer, this.saved === null ? null : element('p', {}, this.say([word])));
  }
}
