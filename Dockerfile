FROM golang:1.26-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o /out/verbatim ./cmd/verbatim \
 && mkdir -p /out/data

FROM scratch
# The addresses of pages and model servers are checked against these certificates.
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /usr/local/go/lib/time/zoneinfo.zip /usr/local/go/lib/time/zoneinfo.zip
COPY --from=build /out/verbatim /usr/local/bin/verbatim
COPY --from=build --chown=65532:65532 /out/data /data
ENV PATH=/usr/local/bin ZONEINFO=/usr/local/go/lib/time/zoneinfo.zip VERBATIM_DATA=/data
VOLUME /data
USER 65532:65532
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["verbatim", "health"]
CMD ["verbatim", "run"]
