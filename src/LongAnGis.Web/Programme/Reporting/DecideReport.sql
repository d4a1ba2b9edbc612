-- What the head decided about a filed version.
INSERT INTO plan.report_decision (report_id, verdict, note, edition, decided_at, decided_by)
VALUES (@report, @verdict, @note, @edition, @now, @person)
