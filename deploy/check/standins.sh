# Stand-ins for images that a registry would have. They and everything built on them lie in a store of their own, so that
# nobody takes them for the real ones.

engine_settings() {
  mkdir -p "$work/storage"
  cat >"$work/containers.conf" <<CONF
[containers]
default_ulimits=["nofile=4096:4096","nproc=4096:4096"]
[network]
network_backend="netavark"
[engine]
cgroup_manager="cgroupfs"
events_logger="file"
runtime="runc"
CONF
  cat >"$work/storage.conf" <<CONF
[storage]
driver="overlay"
graphroot="$work/storage"
runroot="/run/earlyphase-check"
CONF
  export CONTAINERS_CONF=$work/containers.conf CONTAINERS_STORAGE_CONF=$work/storage.conf
}

has_image() { podman image exists "$1"; }

base_image() {
  has_image docker.io/library/debian:12-slim && return
  rm -rf "$work/debian"
  limited 300 debootstrap --variant=minbase bookworm "$work/debian"
  rm -rf "$work"/debian/var/cache/apt/* "$work"/debian/var/lib/apt/lists/* "$work"/debian/usr/share/{doc,man,locale,info}/*
  tar -C "$work/debian" -c . | podman import --change 'CMD /bin/bash' - docker.io/library/debian:12-slim >>"$work/log" 2>&1
  rm -rf "$work/debian"
}

maven_image() {
  has_image docker.io/library/maven:3.9-eclipse-temurin-21 && return
  local jdk=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}
  local maven=${MAVEN_HOME:-$(mvn -version | sed -n 's/.*Maven home: //p' | tr -d '\033')}
  rm -rf "$work/maven" && mkdir -p "$work/maven"
  cp -rL "$jdk" "$work/maven/jdk"
  cp -rL "${maven%[[]*}" "$work/maven/maven"
  rm -rf "$work"/maven/jdk/lib/src.zip "$work"/maven/maven/man
  limited 300 buildah build --network host -f deploy/check/maven.Containerfile \
    -t docker.io/library/maven:3.9-eclipse-temurin-21 "$work/maven"
  rm -rf "$work/maven"
}

# server_image NAME TARGET
server_image() {
  has_image "$1" || limited 600 buildah build --layers --network host -v "$HOME/.m2:/root/.m2" \
    --ignorefile deploy/check/ignore -f deploy/check/servers.Containerfile --target "$2" -t "$1" .
}

server_images() {
  server_image docker.io/apache/kafka:4.2.0 kafka
  server_image quay.io/minio/minio:RELEASE.2025-09-07T16-13-09Z minio
  server_image docker.io/library/postgres:18 postgres
}
