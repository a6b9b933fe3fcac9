/** Whether the CSV files in the folder still say what the database says. */
export const exported = `
-- At most one row, while they do: how the files looked when they were written.
create table exported (
  only integer primary key check (only = 1),
  stamp text not null
) strict;
create trigger findings_made after insert on findings begin delete from exported; end;
create trigger findings_dropped after delete on findings begin delete from exported; end;
create trigger verdicts_logged after insert on verdict_log begin delete from exported; end;
create trigger verdicts_relogged after update on verdict_log begin delete from exported; end;
create trigger corrections_logged after insert on corrections begin delete from exported; end;
`
