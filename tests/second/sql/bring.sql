-- One more step: what is required is at work where it is. Done when nothing changes; of circles nothing gets any firmer.

-- What is required, and where: at each place of any of those that require it. It is as firm there as the firmest of those is, as the weakest
-- of them is where it is the firmest, as the limits are met, and as the link goes to it. Nothing requires itself, though a heading over it is.
DROP TABLE IF EXISTS requirement;
CREATE TABLE requirement AS
WITH firmest AS (SELECT sure, kind, id, max(basis) basis FROM at_work GROUP BY sure, kind, id),
together AS (
  SELECT f.sure, r.link, r.party, min(f.basis) basis
  FROM requirer r JOIN firmest f ON f.kind = r.kind AND f.id = r.id
  GROUP BY f.sure, r.link, r.party
  HAVING count(*) = (SELECT count(*) FROM requirer every WHERE every.link = r.link AND every.party = r.party))
SELECT t.sure, t.link, t.party, m.kind, m.id, w.sort, w.place, min(max(w.basis), t.basis, h.basis, m.basis) basis
FROM together t
JOIN requirer r ON r.link = t.link AND r.party = t.party
JOIN at_work w ON w.sure = t.sure AND w.kind = r.kind AND w.id = r.id
JOIN holds_at h ON h.link = t.link AND h.sort = w.sort AND h.place = w.place
JOIN meant m ON m.link = t.link
WHERE NOT EXISTS (SELECT 1 FROM requirer self WHERE self.link = t.link AND self.party = t.party AND self.kind = m.kind AND self.id = m.id)
GROUP BY t.sure, t.link, t.party, m.kind, m.id, w.sort, w.place;

INSERT INTO at_work
SELECT sure, kind, id, sort, place, max(basis) FROM requirement GROUP BY sure, kind, id, sort, place
ON CONFLICT(sure, kind, id, sort, place) DO UPDATE SET basis = excluded.basis WHERE excluded.basis > basis;
