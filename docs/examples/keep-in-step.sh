#!/bin/sh
# Keeps products, units and orders of a shop in step with Amends.
# AMENDS_URL and AMENDS_TOKEN (scopes customers:*, goods:*) are set; products.json, units.json and orders.json hold
# lists as they come out of the shop; give other files as arguments. Run it as often as you like: what is known
# already is not changed again, and a run that broke off is simply run again.
set -eu
: "${AMENDS_URL:?the address of Amends, such as https://amends.example}"
: "${AMENDS_TOKEN:?a token with the scopes customers:* and goods:*}"
dir=${1:-.}

# call METHOD PATH [FILE]: tries again on 409, 429 and 503, under the same key, so that a repeat acts once. A key is of
# this run: tomorrow the same list may be news again.
call() {
  for try in 1 2 3 4 5; do
    status=$(if [ -n "${3:-}" ]; then
        curl -sS -o "$work/reply" -w '%{http_code}' -X "$1" "$AMENDS_URL/api/v1/$2" \
          -H "Authorization: Bearer $AMENDS_TOKEN" -H "Content-Type: application/json" \
          -H "Idempotency-Key: $run-$(sha256sum "$3" | cut -c1-40)" --data-binary "@$3"
      else
        curl -sS -o "$work/reply" -w '%{http_code}' "$AMENDS_URL/api/v1/$2" -H "Authorization: Bearer $AMENDS_TOKEN"
      fi)
    case $status in
      2*) cat "$work/reply"; return 0 ;;
      409 | 429 | 503) sleep "$((try * 2))" ;;
      *) cat "$work/reply" >&2; return 1 ;;
    esac
  done
  return 1
}

# Sends a list in parts of a thousand and prints what became of each part.
upsert() {
  count=$(jq length "$dir/$1.json")
  from=0
  while [ "$from" -lt "$count" ]; do
    jq -c "{items: .[$from:$from + 1000]}" "$dir/$1.json" > "$work/part"
    call POST "$1" "$work/part" > "$work/told"
    jq -r '"'"$1"': \(.created) created, \(.updated) updated, \(.unchanged) unchanged, \(.refused) refused"' "$work/told"
    jq -r '.results | to_entries[] | select(.value.result == "refused") | "  entry \(.key + '"$from"'): \(.value.reason)"' "$work/told"
    from=$((from + 1000))
  done
}

# Writes down the customers that Amends does not know yet; an order names its customer by the shop's number.
customers() {
  jq -c '.[]' "$dir/customers.json" | while read -r customer; do
    number=$(printf %s "$customer" | jq -r '.external_id | @uri')
    if [ "$(call GET "customers?external_id=$number" | jq '.items | length')" = 0 ]; then
      printf %s "$customer" > "$work/customer"
      call POST customers "$work/customer" | jq -r '"customer \(.external_id): \(.name)"'
    fi
  done
}

work=$(mktemp -d)
run=$(date -u +%Y%m%dT%H%M%S)-$$
trap 'rm -rf "$work"' EXIT
[ ! -f "$dir/customers.json" ] || customers
for list in products units orders; do
  [ ! -f "$dir/$list.json" ] || upsert "$list"
done
