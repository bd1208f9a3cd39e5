package org.crobim.train.config;

/** Where tensors live. */
public enum DeviceChoice {
    /** Main memory. */
    CPU,
    /** The first NVIDIA GPU; needs the CUDA build of libtorch. */
    CUDA
}
