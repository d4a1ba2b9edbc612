-- The newest reminder of each unit for periods.
SELECT DISTINCT ON (reminder.period, reminder.agency_code)
  reminder.period, reminder.agency_code, reminder.missing, reminder.words, reminder.sent_at, account.display_name
FROM plan.reminder
JOIN plan.account ON account.id = reminder.sent_by
WHERE reminder.period = ANY (@periods)
ORDER BY reminder.period, reminder.agency_code, reminder.id DESC
