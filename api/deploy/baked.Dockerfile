# The image with the register inside, for replicas that nobody writes to:
#   docker build -t treatytracker . && docker build -t treatytracker-baked -f api/deploy/baked.Dockerfile .
# New data is a new image. Needs no volume and no place to write: the service takes a register that it cannot write to as it is.

FROM treatytracker AS importing
RUN ["treatytracker", "import", "--database", "/tmp/register/treaties.db"]

FROM treatytracker
# Outside /data, which is a volume: what an image puts there is not in its containers. Owned by root, so that the service's user cannot write.
COPY --from=importing --chown=root:root /tmp/register/ /register/
ENV TREATYTRACKER_DATABASE=/register/treaties.db
