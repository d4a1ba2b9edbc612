-- The first key of an installation. Nodes that start at once may keep one each: the newest seals from then on, all verify.
INSERT INTO plan.sealing_key (id, public_key, private_key, made_at)
VALUES (@id, @public_key, @private_key, @at)
