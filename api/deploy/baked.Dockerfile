# The image with a read-only register inside, for replicas:
#   docker build -t treatytracker . && docker build -t treatytracker-baked -f api/deploy/baked.Dockerfile .
# New data needs a new image. No volume is needed: the service serves a register that it cannot write to.

FROM treatytracker AS importing
RUN ["treatytracker", "import", "--database", "/tmp/register/treaties.db"]

FROM treatytracker
# Outside /data, because files under a volume are not visible in containers. Owned by root, so that the service's user cannot write.
COPY --from=importing --chown=root:root /tmp/register/ /register/
ENV TREATYTRACKER_DATABASE=/register/treaties.db
