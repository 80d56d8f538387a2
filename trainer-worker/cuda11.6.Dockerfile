# Trainer-worker with Deeplearning4j on NVIDIA GPUs of compute capability 3.7 to 8.9: CUDA 11.6, cuDNN 8.
# Build from the repository's root: ./earlyphase images --only trainer-worker-cuda11.6
FROM docker.io/library/maven:3.9-eclipse-temurin-21 AS build
WORKDIR /source
COPY deploy/images deploy/images
RUN deploy/images/runtime /runtime
COPY . .
# The commit goes into every result; here is no git repository that would say it.
ARG REVISION=
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    mvn -B -ntp -q -pl trainer-worker/service -am package -DskipTests -Pdl4j-cuda -Dgit.commit.id.abbrev="$REVISION"

FROM docker.io/nvidia/cuda:11.6.2-cudnn8-runtime-ubuntu20.04
RUN install -d -o 10001 -g 10001 /cache /crashes
COPY --from=build /runtime /opt/java
COPY --from=build /source/deploy/images/healthy /usr/local/bin/
COPY --from=build /source/trainer-worker/service/target/quarkus-app /app
WORKDIR /app
USER 10001:10001
# One pool of threads: OpenBLAS's own beside it would slow a small network thirty times down.
# glibc keeps freed blocks of a network's size instead of giving them back at every iteration.
ENV OMP_WAIT_POLICY=PASSIVE OPENBLAS_NUM_THREADS=1 MALLOC_MMAP_THRESHOLD_=1073741824 MALLOC_TRIM_THRESHOLD_=4294967296 \
    MALLOC_TOP_PAD_=134217728 CUBLAS_WORKSPACE_CONFIG=:4096:8 EARLYPHASE_CACHE=/cache EARLYPHASE_WORKER_CRASHES=/crashes
ENV PATH=/opt/java/bin:$PATH HOME=/tmp QUARKUS_HTTP_HOST=0.0.0.0 QUARKUS_HTTP_PORT=8083 QUARKUS_MANAGEMENT_HOST=0.0.0.0 \
    EARLYPHASE_ENGINE=dl4j \
    JAVA_TOOL_OPTIONS="-Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
    -Dorg.bytedeco.javacpp.cachedir=/cache/natives -Dorg.bytedeco.javacpp.maxbytes=0 \
    -Dorg.bytedeco.javacpp.maxphysicalbytes=0 -XX:ErrorFile=/crashes/hs_err_%p.log"
EXPOSE 8083 9083
VOLUME ["/cache", "/crashes"]
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s CMD healthy
ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]
ARG REVISION=
ARG SOURCE=
ARG VERSION=
LABEL org.opencontainers.image.title="Early Phase: trainer-worker on CUDA 11.6" org.opencontainers.image.licenses="Apache-2.0" \
    org.opencontainers.image.source="$SOURCE" org.opencontainers.image.revision="$REVISION" \
    org.opencontainers.image.version="$VERSION"
