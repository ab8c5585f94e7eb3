-- What is due soon is asked of cases, which know it of their next promise; nobody else asks by warning.
drop index promise_warned;
