# What a plant writes for itself: key and certificate, device and credential on the server, one value published.
# URL USER PASSWORD MQTTS_PORT AUTHORITY FIRST COUNT
set -eu
token=$(curl -sf "$1/api/auth/login" -H 'Content-Type: application/json' -d "{\"username\":\"$2\",\"password\":\"$3\"}" |
    sed 's/.*"token" *: *"\([^"]*\)".*/\1/')
i=$6
while [ "$i" -lt $(($6 + $7)) ]; do
    name=script-$i
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 365 -subj "/CN=$name" \
        -keyout "$name.key" -out "$name.pem" 2> /dev/null
    certificate=$(grep -v -- ----- "$name.pem" | tr -d '\n')
    id=$(curl -sf "$1/api/device-with-credentials" -H "X-Authorization: Bearer $token" -H 'Content-Type: application/json' \
        -d "{\"device\":{\"name\":\"$name\",\"type\":\"default\"},\"credentials\":{\"credentialsType\":\"X509_CERTIFICATE\",\"credentialsValue\":\"$certificate\"}}" |
        sed 's/.*"id" *: *{[^}]*"id" *: *"\([^"]*\)".*/\1/')
    mosquitto_pub -h localhost -p "$4" --cafile "$5" --cert "$name.pem" --key "$name.key" -q 1 -i "$name" \
        -t v1/devices/me/telemetry -m "{\"gangwayTest\":$i}"
    curl -sf "$1/api/plugins/telemetry/DEVICE/$id/values/timeseries?keys=gangwayTest" \
        -H "X-Authorization: Bearer $token" | grep -q "$i"
    i=$((i + 1))
done
times
