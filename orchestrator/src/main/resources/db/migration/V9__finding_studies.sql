-- Studies are looked for by what they are about, the newest first.

create index study_recipe on study ((request ->> 'recipe'), number);
create index study_network on study ((request ->> 'network'), number);
