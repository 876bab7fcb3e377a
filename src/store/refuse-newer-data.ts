import type { Dexie } from 'dexie';

/**
 * Keeps an older build off what a newer one has stored: Dexie itself would open it, and write rows that the newer one
 * cannot read. Nothing is changed, and the newer build goes on with it.
 */
export function refuseNewerData(db: Dexie): void {
  const refuse = () => {
    // Dexie multiplies its versions by ten.
    if (Math.floor(db.backendDB().version / 10) <= db.verno) return;
    throw new Error('a newer version of Likes Out has stored its data here: update this one');
  };
  // Sticky: asked at each opening, not at the first one only.
  db.on('ready', refuse, true);
}
