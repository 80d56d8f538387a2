import {match, place} from '../router.js';

/** The place of a trial's page, which leads back to the study that is in sight. */
export function toTrial(id) {
  const study = match('/studies/:id', place.get().path)?.id;
  return `/trials/${id}${study ? `?study=${encodeURIComponent(study)}` : ''}`;
}
