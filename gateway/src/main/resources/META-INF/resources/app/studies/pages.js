const LENGTH = 50;

/**
 * The first pages of the studies that fulfil the conditions, one after the other. A page that is known already and out
 * of sight is taken as it was; a hidden tab asks for nothing until it is looked at.
 *
 * @param before pages of the last time; each with its place (cursor), items and next
 */
export async function pages(get, conditions, count, before, signal) {
  await beingLookedAt(signal);
  const all = [];
  let cursor = null;
  do {
    const index = all.length;
    const known = before[index];
    all.push(known?.cursor === cursor && index > 0 && !inSight(index) ? known : {cursor, ...(await page(get, conditions, cursor))});
    cursor = all[index].next ?? null;
  } while (cursor && all.length < count);
  return all;
}

function page(get, conditions, cursor) {
  const query = new URLSearchParams(conditions);
  query.set('limit', LENGTH);
  if (cursor) {
    query.set('cursor', cursor);
  }
  return get(`studies?${query}`);
}

/** Whether the part of the table that shows a page is on the screen. */
function inSight(index) {
  const place = document.querySelector(`[data-page="${index}"]`)?.getBoundingClientRect();
  return !place || (place.bottom > 0 && place.top < innerHeight);
}

const beingLookedAt = (signal) =>
  document.hidden && new Promise((resolve) => document.addEventListener('visibilitychange', resolve, {once: true, signal}));
