# Serves on 8080 and keeps the register in the volume /data:
#   docker build -t treatytracker . && docker run -p 8080:8080 -v treaties:/data treatytracker
# Arguments after the image's name go to the program: a command, or options such as --seeds DIR.

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
# The files that determine the packages come first, so that the layer of restored packages is reused while they are unchanged.
COPY Directory.Build.props Directory.Packages.props ./
COPY api/TreatyTracker.Law/TreatyTracker.Law.csproj api/TreatyTracker.Law/packages.lock.json api/TreatyTracker.Law/
COPY api/TreatyTracker.Api/TreatyTracker.Api.csproj api/TreatyTracker.Api/packages.lock.json api/TreatyTracker.Api/
RUN dotnet restore api/TreatyTracker.Api --locked-mode
COPY .editorconfig ./
COPY api/ api/
COPY db/ db/
COPY seeds/ seeds/
RUN dotnet publish api/TreatyTracker.Api --configuration Release --use-current-runtime --no-self-contained --no-restore --output published

FROM mcr.microsoft.com/dotnet/aspnet:10.0
LABEL org.opencontainers.image.title="Treaty Tracker" \
      org.opencontainers.image.description="Who is bound by which treaty, on any day" \
      org.opencontainers.image.version="1.1.0" \
      org.opencontainers.image.licenses="MIT"
WORKDIR /app
COPY --from=build /src/published/ ./
# Created before VOLUME, so that the volume starts with this owner. SQLite also writes files next to the database.
RUN install --directory --owner=$APP_UID --group=$APP_UID /data
# A first generation of 4 MB (the value is hexadecimal) lowers resident memory by about 5 MB.
ENV PATH="/app:$PATH" \
    DOTNET_GCgen0size=400000 \
    ASPNETCORE_HTTP_PORTS=8080 \
    TREATYTRACKER_DATABASE=/data/treaties.db
VOLUME /data
EXPOSE 8080
USER $APP_UID
# The image has no curl, so the program has a command for it. Ready means that a register is loaded.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 CMD ["treatytracker", "health"]
ENTRYPOINT ["treatytracker"]
