"""Which names promise a secret, and which values are one."""

import pytest

from desktop.core.storage.credential_rows import is_credential_name, is_secret

CREDENTIALS = """
Authorization authorization Proxy-Authorization X-Authorization Cookie token Token access_token
accessToken accesstoken refresh_token id_token auth_token authToken csrf-token X-CSRF-Token
X-Amz-Security-Token X-Vault-Token PRIVATE-TOKEN bot_token session_token token_value
api_key api-key apikey apiKey APIKey ApiKey x-api-key X-API-Key x_api_key X-RapidAPI-Key
Ocp-Apim-Subscription-Key AWS_SECRET_ACCESS_KEY access_key secretkey privateKey app_key appid key
secret client_secret clientSecret clientsecret secret_id password Password user_password passwd pwd
passphrase pass x-auth X-Auth-Key X-AuthToken x-auth-user X-Auth sessionid session_id JSESSIONID
PHPSESSID connect.sid sid session sig signature X-Amz-Signature jwt credentials api%5Fkey api%20key
""".split()  # noqa: SIM905 - a list of words reads better

OTHERS = """
max_tokens maxTokens tokens tokenize tokenizer token_type token_count token_url token_limit
expires_in author authority Author X-Author authors keyboard keyword keywords monkey hotkey turkey
sort_key primary_key public_key foreign_key Idempotency-Key Sec-WebSocket-Key partition_key
next_page_token pageToken nextPageToken continuation_token sync_token
secretary password_hint password_length session_name Accept Content-Type Host User-Agent q page
width height id user username client_id cookie_consent passport compass passenger sign design
signature_method app_id code state nonce 城市 é
""".split()  # noqa: SIM905 - a list of words reads better


@pytest.mark.parametrize("name", CREDENTIALS)
def test_a_credential(name):
    assert is_credential_name(name)


@pytest.mark.parametrize("name", [*OTHERS, "", " ", "{{name}}", "-", "42"])
def test_no_credential(name):
    assert not is_credential_name(name)


@pytest.mark.parametrize(
    "value",
    ["abc", "Bearer abc", "Basic dXNlcjpwdw==", "{{user}}:pw", "a{{b}}", "!!!", "é", "1",
     "a=b; c=d", "Bearer {{a}}x", "{{", "{{a}", "Bear"],
)  # fmt: skip
def test_a_value_that_is_secret(value):
    assert is_secret(value)


@pytest.mark.parametrize(
    "value",
    ["", " ", "{{token}}", "Bearer {{token}}", "bearer  {{ token }}", "Bearer ", "Bearer",
     "{{user}}:{{password}}", "{{a}}{{b}}", " {{a}} ", "Basic {{pair}}", "%7B%7Btoken%7D%7D", ":"],
)  # fmt: skip
def test_a_value_that_is_none(value):
    assert not is_secret(value)
