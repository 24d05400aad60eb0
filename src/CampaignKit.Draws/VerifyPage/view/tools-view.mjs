import { isHex } from '../bytes.mjs';
import { Difference } from '../difference.mjs';
import { CHAINS, isSignedBy, MAX_ROUND, randomnessOf, SCHEMES } from '../drand.mjs';
import { checkProof, readProof } from '../proofs.mjs';
import { pseudonymOf } from '../pseudonym.mjs';
import { byId, bytesOf, element, fill } from './elements.mjs';

/** The checks beside the draw itself; each shows its answer again when the language changes. */
export class Tools {
  constructor(lookUp) {
    this.lookUp = lookUp;
    this.answers = {};
    byId('pseudonym-form').addEventListener('submit', (event) => this.on(event, 'pseudonym', () => this.pseudonym()));
    byId('beacon-form').addEventListener('submit', (event) => this.on(event, 'beacon', () => this.beacon()));
    byId('proof-input').addEventListener('change', async (event) => {
      const [file] = event.target.files;
      if (file) this.proof(await bytesOf(file));
      event.target.value = '';
    });
    this.prepareBeacon();
  }

  /** Shows all answers in the present language, for the present draw. */
  show(say, verification) {
    this.say = say;
    this.verification = verification;
    byId('beacon-chain').lastElementChild.textContent = say(['beacon.other']);
    for (const name of Object.keys(this.answers)) this.showAnswer(name);
  }

  /** Checks a proof file of the draw that is on the page. */
  proof(bytes) {
    byId('proof').open = true;
    this.answers.proof = this.judge(bytes);
    this.showAnswer('proof');
  }

  judge(bytes) {
    const rules = this.verification?.transcript?.manifest.rules;
    if (!rules) return { good: false, phrases: [['proof.noDraw']] };
    try {
      const proof = readProof(bytes);
      const rule = rules.find((each) => each.pool.merkleRoot === proof.root);
      if (!rule) return { good: false, phrases: [['proof.otherRoot']] };
      checkProof(proof, rule.pool.merkleRoot);
      return { good: true, phrases: [proof.found ? ['proof.good', proof.id, rule.id, JSON.stringify(proof.found.line)] : ['proof.goodOut', proof.id, rule.id]] };
    } catch (found) {
      if (!(found instanceof Difference)) throw found;
      return { good: false, phrases: [['proof.bad']], difference: found };
    }
  }

  pseudonym() {
    const salt = byId('pseudonym-salt').value.trim();
    if (!isHex(salt, 64)) return { good: false, phrases: [['pseudonym.saltWrong']] };
    return { good: true, pseudonym: pseudonymOf(salt, byId('pseudonym-id').value.trim()), phrases: [] };
  }

  beacon() {
    const chain = CHAINS.find((each) => each.name === byId('beacon-chain').value) ?? { scheme: byId('beacon-scheme').value, publicKey: byId('beacon-key').value.trim() };
    const record = { round: Number(byId('beacon-round').value.trim()), signature: byId('beacon-signature').value.trim(), previousSignature: byId('beacon-previous').value.trim() };
    const complete = Number.isInteger(record.round) && record.round >= 1 && record.round <= MAX_ROUND && isHex(chain.publicKey) && isHex(record.signature);
    if (!complete) return { good: false, phrases: [['beacon.incomplete']] };
    return isSignedBy(chain, record) ? { good: true, phrases: [['beacon.good', randomnessOf(record.signature)]] } : { good: false, phrases: [['beacon.bad']] };
  }

  prepareBeacon() {
    const select = byId('beacon-chain');
    fill(select, ...CHAINS.map((chain) => element('option', { value: chain.name }, chain.name)), element('option', { value: '' }));
    fill(byId('beacon-scheme'), ...Object.keys(SCHEMES).map((scheme) => element('option', { value: scheme }, scheme)));
    const adjust = () => {
      const known = CHAINS.find((chain) => chain.name === select.value);
      byId('beacon-other').hidden = Boolean(known);
      byId('beacon-before').hidden = !SCHEMES[known?.scheme ?? byId('beacon-scheme').value].chained;
    };
    select.addEventListener('change', adjust);
    byId('beacon-scheme').addEventListener('change', adjust);
    adjust();
  }

  on(event, name, answer) {
    event.preventDefault();
    this.answers[name] = answer();
    this.showAnswer(name);
  }

  showAnswer(name) {
    const { good, phrases, difference, pseudonym } = this.answers[name];
    const target = byId(`${name}-answer`);
    target.className = `answer ${good ? 'good' : 'bad'}`;
    fill(
      target,
      ...phrases.map((phrase) => element('p', {}, this.say(phrase))),
      difference ? element('p', {}, element('code', {}, difference.path), ` ${this.say(['difference.expected'])}: ${this.say(difference.expected)}; ${this.say(['difference.found'])}: ${this.say(difference.found)}`) : null,
      pseudonym ? this.pseudonymView(pseudonym) : null,
    );
  }

  pseudonymView(pseudonym) {
    const button = element('button', { type: 'button' }, this.say(['pseudonym.lookup']));
    button.addEventListener('click', () => this.lookUp(pseudonym));
    return element('div', {}, element('p', {}, element('code', { 'data-pseudonym': '' }, pseudonym)), this.verification?.transcript ? button : '');
  }
}
