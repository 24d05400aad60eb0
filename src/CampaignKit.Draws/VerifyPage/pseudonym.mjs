import { hashText } from './hashing.mjs';

/** The entrant id of a person in a pool of pseudonyms, from the salt that the operator gave them and their own id. */
export const pseudonymOf = (salt, id) => hashText(`${salt}:${id}`);
